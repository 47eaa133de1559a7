package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.policy.input.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One directive, with its block when it has one.
record NginxDirective(
    NginxToken name, List<NginxToken> parameters, Optional<List<NginxDirective>> block, int to) {

  /// As policies see it.
  Placed placed() {
    var members = new Placed.Members(name.from(), to);
    members.members().put("name", text(name));
    if (!parameters.isEmpty()) {
      var list = new Placed.Elements(parameters.getFirst().from(), parameters.getLast().to());
      parameters.forEach(parameter -> list.elements().add(text(parameter)));
      members.members().put("parameters", list);
    }
    if (block.isPresent()) {
      members.members().put("block", placed(ordered(block.get()), name.from(), to));
    }
    return members;
  }

  /// A block, or the whole file.
  static Placed placed(List<NginxDirective> directives, int from, int to) {
    var list = new Placed.Elements(from, to);
    directives.forEach(each -> list.elements().add(each.placed()));
    var members = new Placed.Members(from, to);
    members.members().put("directives", list);
    return members;
  }

  private static Placed text(NginxToken token) {
    return new Placed.Leaf(new StringValue(token.text()), token.from(), token.to());
  }

  /// Conftest's parser keeps the servers of two blocks apart: they come last in `http`, and first
  /// in `upstream`.
  private List<NginxDirective> ordered(List<NginxDirective> directives) {
    boolean http = name.text().equals("http");
    if (!http && !name.text().equals("upstream")) {
      return directives;
    }
    List<NginxDirective> servers = new ArrayList<>();
    List<NginxDirective> others = new ArrayList<>();
    for (NginxDirective each : directives) {
      boolean server = each.name.text().equals("server") && each.block.isPresent() == http;
      (server ? servers : others).add(each);
    }
    List<NginxDirective> all = new ArrayList<>(http ? others : servers);
    all.addAll(http ? servers : others);
    return all;
  }

  /// The server of an `upstream`: its address, then its settings by name, then its flags.
  NginxDirective asServer() {
    var settings = new TreeMap<String, NginxToken>();
    List<NginxToken> flags = new ArrayList<>();
    for (NginxToken parameter : parameters.subList(1, parameters.size())) {
      int sign = parameter.text().indexOf('=');
      if (sign < 0) {
        flags.add(parameter);
      } else {
        settings.put(parameter.text().substring(0, sign), parameter);
      }
    }
    List<NginxToken> sorted = new ArrayList<>(parameters.subList(0, 1));
    sorted.addAll(settings.values());
    sorted.addAll(flags);
    return new NginxDirective(name, sorted, block, to);
  }
}
