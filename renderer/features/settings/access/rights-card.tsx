import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ABILITIES, type Ability, may, tidyExceptions } from '#shared/domain/rights.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { toFault } from '../../../app/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showFault } from '../../../ui/toast.tsx';
import css from './rights.module.css';
import { useChangePerson } from './use-change-person.ts';

type Person = AccessState['people'][number];

interface Props {
  readonly people: readonly Person[];
  readonly manages: boolean;
}

/** Who may do what: a box for each right of each person who works here. Arrows go from box to box, Space changes one. */
export function RightsCard({ people, manages }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const change = useChangePerson();
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const [saving, setSaving] = useState(false);
  const there = people.filter(({ retiredAt }) => retiredAt === null);

  async function toggle(person: Person, ability: Ability): Promise<void> {
    if (saving) return;
    const given = !may(person, ability);
    const exceptions = tidyExceptions(person.role, { ...person.exceptions, [ability]: given });
    const words = { name: person.name, ability: t(`people:ability.${ability}`) };
    setSaving(true);
    try {
      await change(person, { exceptions }, t(given ? 'people:rights.given' : 'people:rights.taken', words));
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setSaving(false);
    }
  }

  function move(event: KeyboardEvent<HTMLTableElement>): void {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const row = Math.min(Math.max(at[0] + step[0], 0), ABILITIES.length - 1);
    const column = Math.min(Math.max(at[1] + step[1], 0), there.length - 1);
    setAt([row, column]);
    event.currentTarget.querySelector<HTMLInputElement>(`[data-box="${row} ${column}"]`)?.focus();
  }

  return (
    <Card
      title={t('people:rights.title')}
      note={
        manages ? (
          <>
            <Kbd>↑ ↓ ← →</Kbd> {t('people:rights.keys')} · <Kbd>{t('people:rights.space')}</Kbd>{' '}
            {t('people:rights.toggle')}
          </>
        ) : null
      }
    >
      <div className={css.frame}>
        <table className={css.table} onKeyDown={move}>
          <thead>
            <tr>
              <th scope="col">{t('people:rights.ability')}</th>
              {there.map((person) => (
                <th key={person.login} scope="col">
                  <span className={css.name} title={person.name}>
                    {person.name}
                  </span>
                  <span className={css.role}>{t(`common:role.${person.role}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ABILITIES.map((ability, row) => (
              <tr key={ability}>
                <th scope="row">{t(`people:ability.${ability}`)}</th>
                {there.map((person, column) => {
                  const own = person.exceptions[ability] !== undefined;
                  const name = `${t(`people:ability.${ability}`)}: ${person.name}`;
                  return (
                    <td key={person.login} data-own={own || undefined}>
                      <label>
                        <input
                          type="checkbox"
                          data-box={`${row} ${column}`}
                          aria-label={own ? `${name} (${t('people:rights.own')})` : name}
                          checked={may(person, ability)}
                          aria-disabled={!manages || saving || undefined}
                          tabIndex={at[0] === row && at[1] === column ? 0 : -1}
                          onFocus={() => setAt([row, column])}
                          onChange={() => {
                            if (manages) void toggle(person, ability);
                          }}
                        />
                        <span className={css.mark} aria-hidden="true">
                          {own ? '◆' : ''}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.note}>{t('people:rights.note')}</p>
    </Card>
  );
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
