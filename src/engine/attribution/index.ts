export { topUsers, type TopUser } from './topUsers';
