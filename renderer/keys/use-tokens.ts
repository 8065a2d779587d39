import { useCallback, useEffect, useRef, useState } from 'react';
import type { TokenEntry } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, toFault } from '../app/bridge.ts';
import { useQuery } from '../app/use-query.ts';
import { useLastChoice } from './store.ts';

export type TokenCertificate = TokenEntry['certificates'][number];

/** A certificate on a token that is plugged in. */
export interface TokenPick {
  readonly token: TokenEntry;
  readonly certificate: TokenCertificate;
}

/** A driver as the person sees it. */
export interface Driver {
  /** File token of the library. */
  readonly driver: string;
  readonly label: string;
}

export interface Tokens {
  /** Null before it is known which there are. */
  readonly drivers: readonly Driver[] | null;
  /** The driver that is asked; null: none is chosen yet. */
  readonly driver: string | null;
  /** Null before the first answer. */
  readonly tokens: readonly TokenEntry[] | null;
  readonly looking: boolean;
  readonly fault: CallFault | null;
  /** The chosen certificate, or the only one that can sign; null: still to be chosen. */
  readonly pick: TokenPick | null;
  choose(fingerprint: string): void;
  /** Asks a driver for its tokens. */
  look(driver: string): void;
  /** Asks the same driver again: a token was plugged in or pulled out, or a PIN was tried. */
  again(): void;
  browse(): Promise<void>;
}

/**
 * Tokens that are plugged in, found by the driver of last time, or the only one on this machine, or one the person
 * chooses. Nothing is loaded before `active`: a driver is a foreign program.
 */
export function useTokens(active: boolean): Tokens {
  const known = useQuery('tokens.drivers', active ? {} : null);
  const wanted = useLastChoice((last) => last.certificate);
  const [browsed, setBrowsed] = useState<Driver | null>(null);
  const [driver, setDriver] = useState<string | null>(null);
  const [tokens, setTokens] = useState<readonly TokenEntry[] | null>(null);
  const [looking, setLooking] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);
  const turn = useRef(0);

  const look = useCallback((asked: string) => {
    turn.current += 1;
    const mine = turn.current;
    setDriver((before) => {
      if (before !== asked) setTokens(null);
      return asked;
    });
    setLooking(true);
    setFault(null);
    call('tokens.list', { driver: asked })
      .then(
        (found) => mine === turn.current && setTokens(found),
        (reason: unknown) => {
          if (mine !== turn.current) return;
          setTokens(null);
          setFault(toFault(reason));
        },
      )
      .finally(() => mine === turn.current && setLooking(false));
  }, []);

  const first = known.data?.[0];
  const obvious = first && (first.remembered || known.data?.length === 1) ? first.driver : null;
  useEffect(() => {
    if (active && driver === null && obvious !== null) look(obvious);
  }, [active, driver, obvious, look]);

  // The chosen driver keeps its place in the list when the list is asked for anew and names it otherwise.
  const drivers = known.data && [
    ...known.data.map((one) => ({
      driver: one.driver,
      label: one.name === null ? one.file : `${one.name} (${one.file})`,
    })),
    ...(browsed === null ? [] : [browsed]),
  ];
  const able = (tokens ?? []).flatMap((token) =>
    token.certificates
      .filter(({ unsuitable }) => unsuitable === null)
      .map((certificate) => ({ token, certificate })),
  );
  const pick =
    able.find(({ certificate }) => certificate.fingerprint === wanted) ??
    (able.length === 1 ? (able[0] ?? null) : null);

  return {
    drivers,
    driver,
    tokens,
    looking,
    fault: fault ?? known.fault,
    pick,
    choose: (fingerprint) => useLastChoice.setState({ certificate: fingerprint }),
    look,
    again: () => {
      if (driver === null) known.refresh();
      else look(driver);
    },
    browse: async () => {
      try {
        const file = await call('files.pickDriver', {});
        if (!file) return;
        setBrowsed({ driver: file.token, label: file.name });
        look(file.token);
      } catch (reason) {
        setFault(toFault(reason));
      }
    },
  };
}
