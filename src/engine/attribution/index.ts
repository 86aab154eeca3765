export { topUsers, type TopUser } from './top-users';
