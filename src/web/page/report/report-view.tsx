export function ReportView() {
  return null;
}
