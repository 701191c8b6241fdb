export { exportNetwork } from './export-network.ts';
export { importArchive, importExport, isImportFormat } from './import-archive.ts';
export { isOrigin } from './open/work.ts';
export { describeReport } from './report.ts';
