import { create } from 'zustand';

interface ReportsView {
  /** Period whose signed report is to be replaced: its draft is shown again. */
  readonly amending: string | null;
  /** Name and fingerprint of what was exported last, by report. */
  readonly exported: Readonly<Record<number, string>>;
  amend(period: string | null): void;
  wasExported(id: number, name: string): void;
}

/** View state of the screen Báo cáo. A passphrase is never part of it. */
export const useReportsView = create<ReportsView>()((set) => ({
  amending: null,
  exported: {},
  amend: (amending) => set({ amending }),
  wasExported: (id, name) => set((view) => ({ exported: { ...view.exported, [id]: name } })),
}));
