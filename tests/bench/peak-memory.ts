// node tests/bench/peak-memory.ts FILE ROWS: reads a list as an import does and prints the process's peak memory in kB.
import { readAll } from './subjects/xlsx.ts';

const [path = '', rows = '0'] = process.argv.slice(2);
if (path !== '') await readAll(path, Number(rows));
process.stdout.write(String(process.resourceUsage().maxRSS));
