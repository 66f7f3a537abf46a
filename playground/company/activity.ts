const DAY_MS = 86_400_000;

/** Daily counts of the weeks before today, as the bridge would have left them; quiet at weekends. */
export function activityBefore(now: Date, days = 30): object[] {
  return Array.from({ length: days }, (_none, index) => new Date(now.getTime() - (index + 1) * DAY_MS))
    .filter((date) => date.getUTCDay() % 6 !== 0)
    .flatMap((date) => [row(date, 'ExchangeToSalesforce', 9), row(date, 'SalesforceToExchange', 14)]);
}

function row(date: Date, flow: string, usual: number): object {
  const day = date.toISOString().slice(0, 10);
  // Unlike from day to day and the same in each demo of that day.
  const some = (salt: number) => ((date.getUTCDate() * 7 + date.getUTCDay() * 11 + usual * salt) % 13) / 12;
  return {
    Activity_Key__c: `${day}|Contact|${flow}`,
    Day__c: day,
    Kind__c: 'Contact',
    Direction__c: flow,
    Created__c: Math.round(usual * 0.4 * some(3)),
    Updated__c: Math.round(usual * (0.4 + some(5))),
    Deleted__c: Math.round(1.2 * some(2)),
    Paired__c: 0,
  };
}
