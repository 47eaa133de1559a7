package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import java.nio.file.Path;
import java.util.Optional;

/// A database that was unpacked from an archive.
///
/// @param make the name that its file has in the cache
record ImportedDatabase(
    DatabaseKind kind, String make, Path database, Digest digest, Optional<Path> metadata) {}
