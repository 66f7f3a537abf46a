import { cutEverywhere } from './cut-everywhere.ts';

cutEverywhere('the first pass of a mailbox with 30 contacts', async ({ ada }) => {
  await ada.outlook.createsAll(
    Array.from({ length: 30 }, (_, index) => ({
      givenName: 'In',
      surname: `Person ${index}`,
      jobTitle: `Job ${index}`,
      // Some have no address, so that pairing cannot go by it; one is refused for want of a name.
      ...(index % 3 > 0 && { emailAddresses: [{ address: `in${index}@example.test` }] }),
    })),
  );
  await ada.outlook.creates({ mobilePhone: '+34 600 000 000' });
});
