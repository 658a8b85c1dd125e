import AdjournCommands
import Glibc

// Writes the pages that are made from the code into a folder: `swift run generate-docs docs`.

let pages = [("metrics.md", MetricsPage.text), ("commands.md", Adjourn.reference)]

guard CommandLine.arguments.count == 2 else {
  print("usage: generate-docs FOLDER")
  exit(64)
}
for (name, text) in pages {
  let path = CommandLine.arguments[1] + "/" + name
  guard let file = fopen(path, "w"), fputs(text, file) >= 0, fclose(file) == 0 else {
    print("generate-docs: cannot write \(path): \(String(cString: strerror(errno)))")
    exit(1)
  }
}
