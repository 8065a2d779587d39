/** Reasons that the program itself writes into the history of a record. */
export const history = {
  catalogueChanged: 'Danh mục thủ tục của đơn vị thay đổi: {{codes}}',
} as const;
