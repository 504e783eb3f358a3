//! Reading a request: as much of HTTP as asking for files needs.

use std::io::{self, BufRead, BufReader, Read};
use std::net::TcpStream;

/// More than any browser sends without a body.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` or something that is refused.
    pub method: String,
    /// The path with its parameters, as sent.
    pub target: String,
    /// Whether the answer may be compressed by gzip.
    pub gzip: bool,
    /// Whether the answer may be compressed by Brotli.
    pub brotli: bool,
}

/// Reads the head of a request; a body is not expected.
pub fn read(stream: &TcpStream) -> io::Result<Request> {
    parse(BufReader::new(stream.take(LONGEST_HEAD)))
}

fn parse(mut head: impl BufRead) -> io::Result<Request> {
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut request = Request { method: method.to_owned(), target: target.to_owned(), gzip: false, brotli: false };
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 || line.trim_end().is_empty() {
            return Ok(request);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            let takes = |name: &str| value.split([',', ';']).any(|word| word.trim().eq_ignore_ascii_case(name));
            request.gzip = takes("gzip");
            request.brotli = takes("br");
        }
    }
}

/// The file a target names: the path without parameters, its `%`-codes read, every step
/// checked. Nothing when it leads out of the folder.
pub fn file_name(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path.strip_prefix('/')?)?;
    let harmless = |step: &str| step != ".." && step != "." && !step.contains(['\\', ':', '\0']);
    if path.starts_with('/') || !path.split('/').all(harmless) {
        return None;
    }
    Some(match path.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        _ => path,
    })
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_matters() -> io::Result<()> {
        let text = "GET /a.js?b=1 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.9\r\n\r\nrest";
        let request = parse(text.as_bytes())?;
        assert_eq!(request, Request { method: "GET".into(), target: "/a.js?b=1".into(), gzip: true, brotli: true });
        assert!(parse("\r\n".as_bytes()).is_err());
        Ok(())
    }

    #[test]
    fn names_files_and_nothing_outside() {
        assert_eq!(file_name("/?x=1").as_deref(), Some("index.html"));
        assert_eq!(file_name("/icons/icon.svg").as_deref(), Some("icons/icon.svg"));
        assert_eq!(file_name("/s%C3%A1ch.js").as_deref(), Some("sách.js"));
        for bad in
            ["/../Cargo.toml", "/a/../../b", "/%2e%2e/Cargo.toml", "/..%2fb", "/a%5c..%5cb", "b", "/%zz", "/c:/x"]
        {
            assert_eq!(file_name(bad), None, "{bad}");
        }
        // An empty step would make the rest an absolute path.
        assert_eq!(file_name("//etc/passwd").map(|name| name.starts_with('/')), None);
    }
}
