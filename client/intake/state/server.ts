import type { CountsReply, KeptCount } from '../../../server/api/contract-counts.ts'
import type { IntakeReply, MappingDocument, ReportReply } from '../../../server/api/contract-intake.ts'
import type { ItemsReply, LibraryFull } from '../../../server/api/contract-library.ts'
import type { PlanReply, PlanRequest } from '../../../server/api/contract-publish.ts'
import { address, get, post, put, remove, sendFile } from '../../api.ts'

export type { AmendmentSummary, CountsReply, KeptCount } from '../../../server/api/contract-counts.ts'
export type {
  CheckResult,
  FindingReply,
  IntakeReply,
  MappingDocument,
  ReportReply,
} from '../../../server/api/contract-intake.ts'
export type {
  PlanReply,
  PlanRequest,
  PublishRequest,
  PublishResult,
} from '../../../server/api/contract-publish.ts'

type Sending = Parameters<typeof sendFile>[3]

export const intakeAddress = (id: string, rest = '') => address(`/intake/${encodeURIComponent(id)}${rest}`)
const fileAddress = (id: string, name: string) => intakeAddress(id, `/files/${encodeURIComponent(name)}`)

export const startIntake = () => post<IntakeReply>(address('/intake'), {})
export const readIntake = (id: string, stop?: AbortSignal) => get<IntakeReply>(intakeAddress(id), stop)
export const clearIntake = (id: string) => remove<null>(intakeAddress(id))
export const sendToIntake = (id: string, file: File, sending: Sending) =>
  sendFile<IntakeReply>('PUT', fileAddress(id, file.name), file, sending)
export const takeFileOut = (id: string, name: string) => remove<IntakeReply>(fileAddress(id, name))
export const sendMapping = (id: string, mapping: MappingDocument) =>
  put<IntakeReply>(intakeAddress(id, '/mapping'), mapping)
export const readReport = (id: string, stop?: AbortSignal) =>
  get<ReportReply>(intakeAddress(id, '/report'), stop)
export const readPlan = (id: string, plan: PlanRequest, stop?: AbortSignal) =>
  post<PlanReply>(intakeAddress(id, '/plan'), plan, stop)

export const listMappings = (stop?: AbortSignal) =>
  get<ItemsReply>(address('/mappings'), stop).then(({ items }) => items)
export const readMapping = (id: string, stop?: AbortSignal) =>
  get<LibraryFull>(address(`/mappings/${id}`), stop)
export const keepMapping = (name: string, document: MappingDocument) =>
  post<LibraryFull>(address('/mappings'), { name, document })
export const saveMapping = (id: string, base: number, document: MappingDocument) =>
  put<LibraryFull>(address(`/mappings/${id}`), { base, document })
export const discardMapping = (id: string) => remove<unknown>(address(`/mappings/${id}`))
export const restoreMapping = (id: string) => post<unknown>(address(`/mappings/${id}/restore`), {})

export const listCounts = (stop?: AbortSignal) => get<CountsReply>(address('/counts'), stop)
export const bringCount = (file: File, sending: Sending) =>
  sendFile<KeptCount>('POST', address('/counts'), file, sending)
export const serveCount = (hash: string) => put<CountsReply>(address('/counts/served'), { hash })
export const dropCount = (hash: string) => remove<unknown>(address(`/counts/${hash}`))
