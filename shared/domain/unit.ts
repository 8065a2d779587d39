/** Roles of the people of an office (product.md, People). */
export const ROLES = ['clerk', 'head', 'chairman', 'receiver'] as const;
export type Role = (typeof ROLES)[number];
