export { institutionJson, loadInstitutions } from './queries.ts';
export { serveInstitutions } from './routes.ts';
export {
  type InstitutionRow,
  institutionBriefView,
  institutionView,
  type MemberRow,
  memberBriefView,
} from './view.ts';
