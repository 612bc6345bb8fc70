export const correctiveActionsReads = [];
