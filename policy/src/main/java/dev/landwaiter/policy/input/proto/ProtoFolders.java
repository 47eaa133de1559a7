package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.policy.input.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads all schemas of some folders, from which their imports start.
final class ProtoFolders {
  private static final int MOST_FILES = 10_000;
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_FOLDERS = 64;

  private final ProtoSchema schema = new ProtoSchema();
  private final Map<String, SourceText> sources = new TreeMap<>();
  private final List<ProtoFile> files = new ArrayList<>();
  private long bytes;

  private ProtoFolders() {}

  /// @throws FormatException for a folder that cannot be read, and for what is wrong with a schema
  static ProtoSchema load(List<Path> folders) throws FormatException {
    var all = new ProtoFolders();
    for (Path folder : folders) {
      all.find(folder);
    }
    for (Map.Entry<String, String> known : WellKnownSchemas.BY_PATH.entrySet()) {
      all.sources.putIfAbsent(known.getKey(), new SourceText(known.getKey(), known.getValue()));
    }
    for (SourceText source : all.sources.values()) {
      all.read(source);
    }
    all.link();
    return all.schema;
  }

  private void find(Path folder) throws FormatException {
    try (Stream<Path> found = Files.walk(folder, MOST_FOLDERS)) {
      List<Path> paths =
          found
              .filter(path -> path.toString().endsWith(".proto") && Files.isRegularFile(path))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (paths.size() > MOST_FILES) {
        throw wrong(folder, "more than the %,d schemas that are read".formatted(MOST_FILES));
      }
      for (Path path : paths) {
        bytes += Files.size(path);
        if (bytes > MOST_BYTES) {
          throw wrong(
              folder, "schemas of more than the %,d bytes that are read".formatted(MOST_BYTES));
        }
        String name = folder.relativize(path).toString().replace('\\', '/');
        String where = path.toString();
        if (!sources.containsKey(name)) {
          sources.put(name, new SourceText(where, InputText.read(where, Files.readAllBytes(path))));
        }
      }
    } catch (IOException e) {
      throw wrong(folder, "cannot be read: " + Reason.of(e));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw wrong(folder, "cannot be read" + (cause == null ? "" : ": " + Reason.of(cause)));
    }
  }

  private static FormatException wrong(Path folder, String message) {
    return new FormatException(Problem.in(folder.toString(), message));
  }

  private void read(SourceText source) throws FormatException {
    var file = new ProtoFile(source, schema);
    file.read();
    for (String name : file.imports()) {
      if (!sources.containsKey(name)) {
        throw new FormatException(
            new Problem(
                source.where(),
                Optional.empty(),
                "the schema " + name + " that it imports is in none of the folders",
                "give the folder that imports start from with --proto-file-dirs"));
      }
    }
    files.add(file);
  }

  private void link() throws FormatException {
    for (ProtoFile file : files) {
      for (ProtoFile.Pending each : file.pending()) {
        if (schema.resolve(each.kind(), each.scope()).isEmpty()) {
          throw each.source().wrong(each.from(), "an unknown type " + each.kind(), "");
        }
      }
      for (ProtoFile.Extension each : file.extensions) {
        Optional<ProtoType> message = schema.resolve(each.message(), each.scope());
        if (message.isEmpty() || !(message.get() instanceof ProtoType.Message)) {
          throw each.source().wrong(each.from(), "an unknown message " + each.message(), "");
        }
        schema.extend(message.get().fullName(), each.field());
      }
    }
  }
}
