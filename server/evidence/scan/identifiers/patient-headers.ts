import type { Findings } from '../findings';
import type { ReadText } from '../read-text';

/** What exports of DICOM headers and HL7 messages look like in text: an attribute of a patient with a value. */
const PATIENT_HEADERS: readonly RegExp[] = [
  // as programs print an object: (0010,0010) PN [DUPONT^JEAN], (0010, 0030) Patient's Birth Date DA: '19540312'
  /\(0010, ?00(?:10|20|21|30|40)\)[^\n[\]]{0,60}?\b(?:PN|LO|DA|AS|CS) {0,3}:? {0,3}['"[](?!anonym)[A-Za-z0-9]/g,
  // keyword and value: PatientName: DUPONT^JEAN, <PatientID>12345
  /(?<![A-Za-z])[Pp]atient(?:'?s)?[ _]?(?:Name|ID|Birth[ _]?Date)(?:["'>]|&gt;)?[ \t]{0,4}[:=>][ \t]{0,4}["'[]?(?!ANONYM|Anonym)[A-Z0-9][A-Za-z0-9^ -]{2}/g,
  // a name as DICOM and HL7 write it
  /(?<![A-Za-z^])[A-Z][A-Z' -]{1,40}\^[A-Z][A-Za-z' -]{1,40}(?=[\^\s\]"'|&<]|$)/g,
  // the patient segment of HL7 v2
  /^PID\|[^\n]{0,20}\|/gm,
];

/** Finds headers of DICOM objects and HL7 messages that were copied into a text. */
export function findPatientHeaders({ text, placeAt }: ReadText, findings: Findings): void {
  const taken = new Set<string>();
  for (const pattern of PATIENT_HEADERS)
    for (const { index } of text.matchAll(pattern)) {
      const place = placeAt(index);
      const key = `${place.kind} ${place.number} ${place.cell}`;
      if (taken.has(key)) continue;
      taken.add(key);
      findings.add('PATIENT_HEADER', place);
    }
}
