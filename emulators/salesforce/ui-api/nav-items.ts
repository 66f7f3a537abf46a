import { permissionSetsOf } from '../access/user-permissions.ts';
import type { Handler } from '../rest/call.ts';
import { API_ROOT } from '../version.ts';

const USUAL_PAGE = 25;

/**
 * `GET /ui-api/nav-items?page=…&pageSize=…`: the package's tabs that permission sets show to the user (User Interface API guide, "Get
 * All Navigation Items"). Standard tabs are left out.
 */
export const navItems: Handler = ({ org, userId, query }) => {
  const page = Number(query.get('page') ?? 0);
  const pageSize = Number(query.get('pageSize') ?? USUAL_PAGE);
  const shown = new Set(
    permissionSetsOf(org, userId).flatMap((set) => org.tabs.audience.get(String(set['Name'])) ?? []),
  );
  const items = [...org.tabs.labels].filter(([name]) => shown.has(name));
  const urlOf = (number: number) => `${API_ROOT}/ui-api/nav-items?page=${number}&pageSize=${pageSize}`;
  return {
    status: 200,
    body: {
      currentPageUrl: urlOf(page),
      navItems: items.slice(page * pageSize, (page + 1) * pageSize).map(([developerName, label]) => ({
        availableInClassic: false,
        availableInLightning: true,
        custom: true,
        developerName,
        label,
        pageReference: { type: 'standard__navItemPage', attributes: { apiName: developerName }, state: {} },
      })),
      nextPageUrl: (page + 1) * pageSize < items.length ? urlOf(page + 1) : null,
      previousPageUrl: page > 0 ? urlOf(page - 1) : null,
    },
  };
};
