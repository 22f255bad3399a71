/// The made-up coalition's year, carried within the program so that `demo` runs anywhere.
///
/// The script is `Samples/riverside/year.txt`; this folder only points at it.
package enum Riverside {
  /// One command a line, without the program's name; `#` begins a comment.
  package static var year: String {
    String(decoding: PackageResources.year_txt, as: UTF8.self)
  }
}
