package dev.landwaiter.policy.input.all;

import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.bom.CyclonedxFormat;
import dev.landwaiter.policy.input.bom.SpdxFormat;
import dev.landwaiter.policy.input.data.EdnFormat;
import dev.landwaiter.policy.input.data.HoconFormat;
import dev.landwaiter.policy.input.data.JsonFormat;
import dev.landwaiter.policy.input.data.JsoncFormat;
import dev.landwaiter.policy.input.data.TomlFormat;
import dev.landwaiter.policy.input.data.XmlFormat;
import dev.landwaiter.policy.input.data.YamlFormat;
import dev.landwaiter.policy.input.foreign.ForeignFormat;
import dev.landwaiter.policy.input.hcl.Hcl1Format;
import dev.landwaiter.policy.input.hcl.Hcl2Format;
import dev.landwaiter.policy.input.proto.TextprotoFormat;
import dev.landwaiter.policy.input.text.DockerfileFormat;
import dev.landwaiter.policy.input.text.DotenvFormat;
import dev.landwaiter.policy.input.text.IgnoreFormat;
import dev.landwaiter.policy.input.text.IniFormat;
import dev.landwaiter.policy.input.text.PropertiesFormat;
import dev.landwaiter.policy.input.web.NginxFormat;
import dev.landwaiter.policy.input.web.VclFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All formats, sorted by name.
public final class InputFormats {
  public static final List<InputFormat> ALL =
      List.of(
          new ForeignFormat("cue", "cue export --out json FILE | landwaiter test --parser json -"),
          new CyclonedxFormat(), //
          new DockerfileFormat(),
          new DotenvFormat(),
          new EdnFormat(),
          new ForeignFormat("groovy", "make JSON of FILE and give it with --parser json"),
          new Hcl1Format(),
          new Hcl2Format(),
          new HoconFormat(HoconFormat.Takes.EVERYTHING),
          new IgnoreFormat(),
          new IniFormat(),
          new JsonFormat(),
          new JsoncFormat(),
          new ForeignFormat("jsonnet", "jsonnet FILE | landwaiter test --parser json -"),
          new NginxFormat(),
          new PropertiesFormat(),
          new SpdxFormat(),
          new TextprotoFormat(List.of()),
          new TomlFormat(),
          new VclFormat(),
          new XmlFormat(XmlFormat.Broken.REFUSED),
          new YamlFormat());

  /// The same, where Conftest's parser takes or refuses other texts: as it does.
  public static final List<InputFormat> AS_CONFTEST = asConftest();

  private InputFormats() {}

  private static List<InputFormat> asConftest() {
    List<InputFormat> formats = new ArrayList<>(ALL);
    formats.replaceAll(format ->
        switch (format.name()) {
          case "hocon" -> new HoconFormat(HoconFormat.Takes.WHAT_CONFTEST_TAKES);
          case "xml" -> new XmlFormat(XmlFormat.Broken.CUT_OFF);
          default -> format;
        });
    return List.copyOf(formats);
  }

  /// The formats of a list, of which the text format of protocol buffers finds its schemas.
  ///
  /// @param formats such as [#ALL]
  /// @param folders of the `.proto` files, from which their imports start
  public static List<InputFormat> withSchemas(List<InputFormat> formats, List<Path> folders) {
    var textproto = new TextprotoFormat(folders);
    List<InputFormat> all = new ArrayList<>(formats);
    all.replaceAll(format -> format.name().equals(textproto.name()) ? textproto : format);
    return List.copyOf(all);
  }

  /// The format of that name; capital letters make a difference.
  public static Optional<InputFormat> named(String name) {
    return named(ALL, name);
  }

  /// The format of that name, as [#AS_CONFTEST] has it.
  public static Optional<InputFormat> asConftest(String name) {
    return named(AS_CONFTEST, name);
  }

  /// The format of that name in a list.
  public static Optional<InputFormat> named(List<InputFormat> formats, String name) {
    for (InputFormat format : formats) {
      if (format.name().equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
