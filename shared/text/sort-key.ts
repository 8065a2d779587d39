/** Vietnamese order for lists outside the domain; one rule for all (`shared/domain` may import only itself). */
export { compareFileNames, compareVietnamese, vietnameseSortKey } from '../domain/vietnamese-order.ts';
