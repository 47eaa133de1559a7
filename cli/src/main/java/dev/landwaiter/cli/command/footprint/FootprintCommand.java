package dev.landwaiter.cli.command.footprint;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.dockerfile.advice.Footprint;
import dev.landwaiter.dockerfile.advice.FootprintJson;
import dev.landwaiter.dockerfile.advice.FootprintText;
import dev.landwaiter.dockerfile.run.Advice;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Says what the image of a Dockerfile carries, which base would do, and how the file could be
/// written for it.
public final class FootprintCommand implements Command {
  /// More than the builder reads of any file that people write.
  private static final int SIZE_LIMIT = 1 << 20;

  private static final Flag DOCKERFILE = Flag.text("dockerfile", "the Dockerfile to look at");
  private static final Flag FORMAT =
      Flag.text("format", "form of the answer")
          .shorthand("f")
          .allowed("text", "json")
          .standard("text");
  private static final Flag WRITE =
      Flag.text("write", "write the suggested Dockerfile to this new file");
  private static final Flag PROVE =
      Flag.text(
          "prove",
          "build the suggestion with buildah in this build context, from bases that are here, and see whether what it starts is there");

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public String summary() {
    return "Say what the image of a Dockerfile carries without need and which smaller base would do";
  }

  @Override
  public String usage() {
    return "--dockerfile FILE [flags]";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("what could be smaller", "footprint --dockerfile Dockerfile"),
        new Example(
            "try the suggestion",
            "footprint --dockerfile Dockerfile --prove . --write Dockerfile.small"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup("Footprint Flags", DOCKERFILE, FORMAT, WRITE, PROVE), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String name = values.text(DOCKERFILE);
    if (name.isEmpty() || !invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("footprint wants --dockerfile FILE and no other argument");
    }
    Path folder = invocation.world().folder();
    Advice.Answer answer = Advice.of(read(folder.resolve(name)));
    for (Trouble each : answer.file().troubles()) {
      var place = each.span().start();
      invocation
          .world()
          .stderr()
          .printf(
              "%s:%d:%d: %s%s%n",
              name,
              place.line(),
              place.column(),
              each.message(),
              each.hint().isEmpty() ? "" : " (" + each.hint() + ")");
    }
    Footprint footprint = answer.footprint();
    if (!values.text(PROVE).isEmpty() && footprint.rewrite().isPresent()) {
      var proof =
          new BuildahProof(invocation.world().environment(), folder.resolve(values.text(PROVE)))
              .of(footprint.rewrite().get().text(), footprint.rewrite().get().program());
      proof.said().forEach(invocation.world().stderr()::println);
      footprint = footprint.proven(proof.proof());
    }
    if (!values.text(WRITE).isEmpty()) {
      write(values.text(WRITE), folder, footprint);
      invocation.log().info("wrote " + values.text(WRITE));
    }
    String text =
        values.text(FORMAT).equals("json")
            ? JsonWriter.toText(FootprintJson.of(name, footprint), JsonStyle.INDENTED) + "\n"
            : FootprintText.of(name, footprint);
    invocation.world().stdout().write(answer.withoutSecrets(text).getBytes(StandardCharsets.UTF_8));
    return answer.file().troubles().isEmpty() ? 0 : 1;
  }

  private static byte[] read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
      if (bytes.length > SIZE_LIMIT) {
        throw new IOException(file + " is larger than " + SIZE_LIMIT + " bytes: not a Dockerfile?");
      }
      return bytes;
    }
  }

  private static void write(String name, Path folder, Footprint footprint) throws IOException {
    if (footprint.rewrite().isEmpty()) {
      throw new IOException("there is nothing to write: " + footprint.refused());
    }
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new IOException(file + " exists already: name a new file");
    }
    Files.writeString(file, footprint.rewrite().get().text());
  }
}
