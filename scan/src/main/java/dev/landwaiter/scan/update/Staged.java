package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import java.nio.file.Path;

/// A database that lies whole and verified in a folder of its own, ready to be swapped in.
///
/// @param folder holds the file, and for Trivy's kinds its `metadata.json`
/// @param file name of the database file
/// @param digest of the database file
record Staged(Path folder, String file, Digest digest) {}
