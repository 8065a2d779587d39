/** Roles of the people of an office (docs/people.md). */
export const ROLES = ['clerk', 'head', 'chairman', 'receiver'] as const;
export type Role = (typeof ROLES)[number];
