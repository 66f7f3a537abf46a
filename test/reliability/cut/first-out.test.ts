import { cutEverywhere } from './cut-everywhere.ts';

cutEverywhere('the first pass of 30 records', async ({ ada }) => {
  await ada.salesforce.createsAll(
    Array.from({ length: 30 }, (_, index) => ({
      FirstName: 'Out',
      LastName: `Person ${index}`,
      Title: `Job ${index}`,
      ...(index % 3 > 0 && { Email: `out${index}@example.test` }),
    })),
  );
});
