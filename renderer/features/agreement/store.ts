import { create } from 'zustand';
import { useApp } from '../../store/app.ts';
import { type AgreementState, agreementState } from './state.ts';

export const useAgreement = create<AgreementState>()(agreementState(useApp.getState, () => new Date()));
