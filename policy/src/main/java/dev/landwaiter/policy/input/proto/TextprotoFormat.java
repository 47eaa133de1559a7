package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Protocol buffers' text format, in the shape of their JSON mapping. A comment `# proto-message:
/// NAME` names the type of the message, which a schema in some folder declares.
public final class TextprotoFormat implements InputFormat {
  private static final String HEADER = "proto-message:";

  private final List<Path> folders;
  private @Nullable ProtoSchema loaded;

  /// @param folders of the schemas, read when the first message is
  public TextprotoFormat(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  @Override
  public String name() {
    return "textproto";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return placed(new SourceText(where, InputText.read(where, text))).value();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      var source = new SourceText(where, InputText.read(where, text));
      return Locator.of(placed(source).positions(source));
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private Placed placed(SourceText source) throws FormatException {
    String name = typeName(source);
    ProtoSchema schema = schema();
    if (!(schema.type(name).orElse(null) instanceof ProtoType.Message type) || type.isEntry) {
      throw new FormatException(
          new Problem(
              source.where(),
              Optional.empty(),
              "the message type " + name + " is not declared",
              folders.isEmpty()
                  ? "give the folder of its schema with --proto-file-dirs"
                  : "no schema in the folders of --proto-file-dirs has it"));
    }
    var reader = new TextprotoReader(schema, new ProtoScanner(source, false));
    return new ProtoShape(source, schema).message(reader.whole(type));
  }

  private static String typeName(SourceText source) throws FormatException {
    return source
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .filter(line -> line.startsWith(HEADER))
        .map(line -> line.substring(HEADER.length()).strip())
        .findFirst()
        .orElseThrow(() ->
            source.wrong(
                0,
                "no comment tells the type of the message",
                "add a line # proto-message: PACKAGE.TYPE"));
  }

  private synchronized ProtoSchema schema() throws FormatException {
    ProtoSchema known = loaded;
    if (known == null) {
      known = ProtoFolders.load(folders);
      loaded = known;
    }
    return known;
  }
}
