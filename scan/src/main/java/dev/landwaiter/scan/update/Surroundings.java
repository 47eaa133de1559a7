package dev.landwaiter.scan.update;

import dev.landwaiter.oci.Waiting;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What changes of the cache use of the world around them.
///
/// @param cache the folder of all databases
/// @param waiting its clock tells when something was downloaded
/// @param said is told in one line what is being done
/// @param meter is told how far it is
public record Surroundings(Path cache, Waiting waiting, Consumer<String> said, Meter meter) {}
