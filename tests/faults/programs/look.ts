// Signs in to an office (first argument) and prints what stands in the way.
import { Desk } from '../../crash/support/desk.ts';

const desk = new Desk(process.argv[2] ?? '');
let code: unknown = null;
try {
  await desk.signIn();
} catch (error) {
  code = (error as { code?: unknown }).code ?? String(error);
}
process.stdout.write(`${JSON.stringify({ code })}\n`);
await desk.close();
