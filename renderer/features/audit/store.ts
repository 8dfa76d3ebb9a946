import { create } from 'zustand';
import { bridge } from '../../bridge.ts';
import { type AuditState, auditState } from './state.ts';

export const useAudit = create<AuditState>()(auditState(bridge));
