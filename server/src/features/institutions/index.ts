export {
  findInstitutions,
  findMembers,
  getActiveMembers,
  getInstitutions,
  institutionJson,
  selectInstitutions,
} from './queries.ts';
export { serveInstitutions } from './routes.ts';
export {
  type InstitutionContextRow,
  type InstitutionRow,
  institutionBriefView,
  institutionView,
  type MemberRow,
  memberBriefView,
} from './view.ts';
