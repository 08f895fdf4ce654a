/** Every other address: nothing stands there. */
import { notFound } from 'next/navigation';

export default function Page(): never {
  notFound();
}
