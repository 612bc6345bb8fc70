import type { RoomPolicy } from '../access';
import { amongIds, NOTHING } from '../row-rules';

/** A file on its way is its service's; what it was sent as is seen with what it belongs to. */
export const uploadsPolicy: RoomPolicy = {
  types: {
    Upload: {
      seenBy: 'Le service qui envoie le fichier ; personne d’autre.',
      rows: (viewer, t, bind) => amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
      withRow:
        'id purpose state fileName mediaType sizeBytes receivedBytes message ticketExpiresAt version createdAt updatedAt',
    },
    EvidenceFile: {
      seenBy: 'Ceux qui voient la preuve.',
      rows: (_viewer, _t, _bind, within) => (within === 'Evidence' ? null : NOTHING),
      withRow: 'fileName mediaType sizeBytes sha256',
    },
    Download: {
      seenBy: 'Qui demande le fichier, une seule fois.',
      rows: () => NOTHING,
      withRow: 'url expiresAt',
    },
    UploadTicket: {
      seenBy: 'Qui annonce le fichier, une seule fois.',
      rows: () => NOTHING,
      withRow: 'url expiresAt',
    },
  },
  mutations: {
    evidenceDownload: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR', 'SERVICE_READER', 'TEAM'],
    uploadTicketRenew: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  },
  queries: {},
};
