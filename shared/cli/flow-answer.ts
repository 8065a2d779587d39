import { z } from 'zod';
import { count, nullable } from './answer-parts.ts';

/** Rows of Biểu II.06a as the command line prints them. */
export const flowRows = z.array(
  z.object({
    field: nullable(z.string()).describe('null for the total, the last row'),
    received: z.object({ total: count, online: count, other: count, carriedOver: count }),
    resolved: z.object({ total: count, early: count, onTime: count, late: count }),
    pending: z.object({ total: count, inTime: count, overdue: count }),
  }),
);
