export const templatesReads = [];
