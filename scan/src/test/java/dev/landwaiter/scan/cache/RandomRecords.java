package dev.landwaiter.scan.cache;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Layer records of any content; texts repeat, as they do in real ones.
record RandomRecords(RandomGenerator random) {
  private static final List<String> WORDS =
      List.of(
          "", "a", "musl", "1.2.3-r4", "usr/lib/x", "\u00e4\u4e16\ud83d\ude00", "line\nbreak\0");

  LayerRecord layer() {
    return new LayerRecord(
        new Layer(random.nextLong(0, Long.MAX_VALUE), text(), text(), text()),
        list(this::text),
        list(this::text),
        inventory());
  }

  private LayerInventory inventory() {
    Map<String, List<String>> licenses = new TreeMap<>();
    list(this::text).forEach(name -> licenses.put(name, list(this::text)));
    return new LayerInventory(
        list(() -> new OperatingSystem(text(), text(), flag(), text(), flag())),
        flag() ? Optional.of(new Repository(text(), text())) : Optional.empty(),
        list(() -> new PackageDatabase(text(), list(this::pkg))),
        list(() -> new Application(one(LanguageType.values()), text(), list(this::pkg))),
        new HashSet<>(list(this::text)),
        licenses,
        build(),
        list(() ->
            new Problem(
                text(),
                flag() ? Optional.of(new Position(number(), number())) : Optional.empty(),
                text(),
                text())));
  }

  private Package pkg() {
    return new Package(
        text(),
        text(),
        evr(),
        text(),
        new Source(text(), evr()),
        list(this::text),
        new Provenance(text(), text(), text(), build(), text(), text()),
        new Relations(one(Relationship.values()), flag(), list(this::text)),
        new Place(
            Layer.NONE, text(), list(() -> new LineRange(number(), number())), list(this::text)),
        new Identifier(Optional.empty(), text(), text()));
  }

  private BuildInfo build() {
    return new BuildInfo(list(this::text), text(), text());
  }

  private Evr evr() {
    return new Evr(number(), text(), text());
  }

  private int number() {
    return random.nextInt(4) == 0 ? random.nextInt(0, Integer.MAX_VALUE) : random.nextInt(200);
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private String text() {
    return random.nextBoolean()
        ? WORDS.get(random.nextInt(WORDS.size()))
        : Integer.toString(random.nextInt(300), 36);
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }
}
