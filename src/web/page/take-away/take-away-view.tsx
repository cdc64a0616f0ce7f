export function TakeAwayView() {
  return null;
}
