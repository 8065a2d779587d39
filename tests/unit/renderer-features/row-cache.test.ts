import { describe, expect, it } from 'vitest';
import { RowCache } from '#renderer/ui/row-cache.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { storedDossier } from './dossier-samples.ts';

function cacheOf(count: number, maxPages?: number) {
  const asked: number[][] = [];
  let changes = 0;
  const fetch = async (ids: number[]): Promise<StoredDossier[]> => {
    asked.push(ids);
    return ids.map((id) => storedDossier(id));
  };
  const cache = new RowCache(fetch, () => (changes += 1), maxPages);
  cache.setIndex(Uint32Array.from({ length: count }, (_, at) => count - at));
  return { cache, asked, changes: () => changes };
}

describe('rows of the list', () => {
  it('fetches only the pages of the range, once', async () => {
    const { cache, asked, changes } = cacheOf(1000);
    await cache.want(250, 320);
    await cache.want(255, 330);
    expect(asked.map((ids) => [ids[0], ids.length])).toEqual([
      [800, 100],
      [700, 100],
    ]);
    expect(cache.at(250)?.id).toBe(750);
    expect(cache.at(199)).toBeUndefined();
    expect(changes()).toBe(2);
  });

  it('asks for a page under way only once, and for nothing beyond the end', async () => {
    const { cache, asked } = cacheOf(150);
    await Promise.all([cache.want(0, 10), cache.want(5, 12), cache.want(140, 900)]);
    expect(asked.map((ids) => ids.length)).toEqual([100, 50]);
  });

  it('forgets the page used longest ago', async () => {
    const { cache, asked } = cacheOf(500, 2);
    await cache.want(0, 1);
    await cache.want(100, 101);
    await cache.want(0, 1);
    await cache.want(200, 201);
    expect(cache.at(0)).toBeDefined();
    expect(cache.at(100)).toBeUndefined();
    expect(asked).toHaveLength(3);
  });

  it('drops answers that belong to an older index', async () => {
    let answer: (rows: StoredDossier[]) => void = () => undefined;
    const cache = new RowCache<StoredDossier>(
      () => new Promise((resolve) => (answer = resolve)),
      () => undefined,
    );
    cache.setIndex(Uint32Array.of(1, 2));
    const waiting = cache.want(0, 2);
    cache.setIndex(Uint32Array.of(3));
    answer([storedDossier(1), storedDossier(2)]);
    await waiting;
    expect(cache.at(0)).toBeUndefined();
  });

  it('keeps pages whose ids stand where they stood', async () => {
    const { cache, asked } = cacheOf(300);
    await cache.want(0, 300);
    const ids = Uint32Array.from({ length: 300 }, (_, at) => 300 - at);
    ids[250] = 9999;
    cache.setIndex(ids);
    expect(cache.at(10)?.id).toBe(290);
    expect(cache.at(250)).toBeUndefined();
    await cache.want(0, 300);
    expect(asked).toHaveLength(4);
  });

  it('shows a saved record at once', async () => {
    const { cache } = cacheOf(3);
    await cache.want(0, 3);
    cache.put({ ...storedDossier(2), version: 7 });
    expect(cache.at(1)?.version).toBe(7);
  });
});
