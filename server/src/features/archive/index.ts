export { importArchive, isImportFormat } from './import-archive.ts';
export { describeReport } from './report.ts';
