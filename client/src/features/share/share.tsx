export default function Share() {
  return null;
}
