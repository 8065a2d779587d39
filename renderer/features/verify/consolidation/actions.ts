import { call, droppedAny, toFault } from '../../../app/bridge.ts';
import { addSources, useGathering } from './store.ts';

/** Asks for files and gathers them. */
export async function pickFiles(): Promise<void> {
  try {
    addSources(await call('files.pickReports', {}));
  } catch (reason) {
    useGathering.setState({ fault: toFault(reason) });
  }
}

/** Asks for a folder and gathers what is in it. */
export async function pickFolder(): Promise<void> {
  try {
    const folder = await call('files.pickFolder', {});
    if (folder) addSources([folder]);
  } catch (reason) {
    useGathering.setState({ fault: toFault(reason) });
  }
}

/** Gathers what was dropped. */
export async function gatherDropped(files: readonly File[]): Promise<void> {
  const found = await Promise.all(files.map((file) => droppedAny(file).catch(() => null)));
  const known = found.filter((file) => file !== null);
  addSources(known);
  if (known.length < files.length) useGathering.setState({ noPath: true });
}
