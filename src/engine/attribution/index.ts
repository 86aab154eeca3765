export { topUsers } from './top-users';
