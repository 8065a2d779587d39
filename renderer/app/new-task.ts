let tasks = 0;

/** A name, used once, under which a long call tells how far it is and can be cancelled. */
export function newTask(prefix: string): string {
  tasks += 1;
  return `${prefix}-${Date.now().toString(36)}-${tasks}`;
}
