import type { FolderId } from '../../domain/ids.ts';
import { flowsFrom } from '../../domain/words.ts';
import { Fault } from '../../domain/fault.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { PreviewLine } from '../preview-line.ts';
import type { FindCompany } from './companies.ts';
import { foreseeCompanies } from './companies.ts';
import { candidates } from './going-out.ts';
import { linkFrom } from '../effects/link-row.ts';
import { companyOf } from './make-accounts.ts';
import { planPass } from './plan-pass.ts';
import type { Changes } from './read-changes.ts';
import { writtenBy } from './record-fields.ts';

/** What the context of a preview lacks: it takes no claim, and the folder may not be there yet. */
export type PreviewContext = Omit<
  PassContext,
  'claim' | 'mailboxRowId' | 'onProgress' | 'folderId' | 'brakes' | 'chunkSize'
> & {
  readonly folderId: FolderId | null;
};

/**
 * What a pass over everything would do, by the same plan and with ordinary reads: the cursor stays where it is, and nothing
 * is written anywhere.
 */
export async function previewContacts(preview: PreviewContext): Promise<readonly PreviewLine[]> {
  const { userId, folderId } = preview;
  const context: PassContext = {
    ...preview,
    folderId: folderId ?? ('' as FolderId),
    // Never taken, so that any state write would be refused.
    claim: { userId, kind: 'Contact', epoch: -1, holder: 'preview' },
    mailboxRowId: '',
    chunkSize: 1,
    onProgress: async () => Promise.resolve(),
    // Nothing is written that they could hold up.
    brakes: { grant: (wanted) => Promise.resolve(wanted), note: () => Promise.resolve(null) },
  };
  const changes = await everything(context, folderId);
  const plan = await planPass(context, changes, await context.store.issues.open(userId, 'Contact'));
  const companies = plan.steps.map(companyOf).filter((name) => name !== null);
  const findCompany = await foreseeCompanies(context, companies);
  return plan.steps.flatMap((step) => linesOf(step, findCompany));
}

async function everything(context: PassContext, folderId: FolderId | null): Promise<Changes> {
  const { store, salesforce, exchange, mapping, policy, userId } = context;
  const links = context.mailbox.linksLoaded
    ? await store.links.ofMailbox(userId, 'Contact')
    : (await salesforce.readLinkRows(userId)).filter(({ kind }) => kind === 'Contact').map(linkFrom);
  const round =
    folderId === null
      ? { kind: 'round' as const, contacts: [], malformed: [], cursor: '' }
      : await exchange.readRound(folderId, null, mapping.properties);
  if (round.kind !== 'round') throw new Fault('TDM-M-FOLDER-GONE', '');
  const outgoing = flowsFrom('Salesforce', policy.direction) ? await candidates(context) : [];
  return {
    links,
    moved: new Set(),
    inbox: [],
    asked: { approved: [], items: [] },
    contacts: new Map(round.contacts.map((contact) => [contact.id, contact])),
    tombstones: new Set(),
    malformed: round.malformed,
    records: new Set(outgoing),
    full: true,
    cursor: round.cursor,
  };
}

function linesOf(step: Step, findCompany: FindCompany): readonly PreviewLine[] {
  switch (step.kind) {
    case 'merge': {
      const item = itemName(step.contact, step.record);
      if (step.ends) return [{ what: 'end', side: null, item }];
      const writes = (values: object) => Object.keys(values).length > 0;
      return [
        ...(step.paired ? [{ what: 'pair', side: null, item } as const] : []),
        ...(writes(step.merge.toExchange) ? [{ what: 'update', side: 'Exchange', item } as const] : []),
        ...(writes(writtenBy(step, findCompany).fields)
          ? [{ what: 'update', side: 'Salesforce', item } as const]
          : []),
      ];
    }
    case 'createRecord':
      return [{ what: 'create', side: 'Salesforce', item: itemName(step.contact, null) }];
    case 'createItem':
      return [{ what: 'create', side: 'Exchange', item: itemName(null, step.record) }];
    case 'delete':
      return [{ what: 'delete', side: step.side, item: step.item }];
    case 'hold':
      return [{ what: 'hold', side: step.gone === 'Exchange' ? 'Salesforce' : 'Exchange', item: '' }];
    case 'suppress':
      return [{ what: 'end', side: null, item: step.item }];
    case 'loose':
      return [{ what: 'leave', side: null, item: itemName(step.contact, null) }];
  }
}
