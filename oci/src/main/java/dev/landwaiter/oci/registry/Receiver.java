package dev.landwaiter.oci.registry;

import java.io.IOException;

/// Takes an answer and closes it, unless it hands the body on. Called again with another answer
/// when reading the body failed for a reason that may pass.
interface Receiver<T> {
  T receive(Answer answer) throws IOException;
}
