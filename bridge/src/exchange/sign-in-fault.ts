import { AuthError } from '@azure/msal-node';
import { Fault } from '../domain/fault.ts';
import type { IssueCode } from '../domain/issue-codes.ts';

/** Numbers of "Microsoft Entra authentication and authorization error codes". */
const codesByNumber: Readonly<Record<string, IssueCode>> = {
  AADSTS90002: 'TDM-X-TENANT',
  AADSTS900023: 'TDM-X-TENANT',
  AADSTS700016: 'TDM-X-APP',
  AADSTS700027: 'TDM-X-CERTIFICATE',
  AADSTS700024: 'TDM-X-CERTIFICATE',
  AADSTS7000112: 'TDM-X-DENIED',
  AADSTS90033: 'TDM-X-UNREACHABLE',
  AADSTS90020: 'TDM-X-UNREACHABLE',
};

const codesByError: Readonly<Record<string, IssueCode>> = {
  invalid_client: 'TDM-X-CERTIFICATE',
  invalid_tenant: 'TDM-X-TENANT',
  unauthorized_client: 'TDM-X-APP',
  temporarily_unavailable: 'TDM-X-UNREACHABLE',
  server_error: 'TDM-X-UNREACHABLE',
  endpoints_resolution_error: 'TDM-X-UNREACHABLE',
};

/** What a failed sign-in means, told by Microsoft's error number first. The detail is number and error code only. */
export function signInFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (!(error instanceof AuthError)) return new Fault('TDM-X-ANSWER', 'sign-in', error);
  const number = /AADSTS\d+/.exec(error.errorMessage)?.[0] ?? '';
  const code = codesByNumber[number] ?? codesByError[error.errorCode] ?? 'TDM-X-DENIED';
  return new Fault(code, `${error.errorCode} ${number}`.trim(), error);
}
