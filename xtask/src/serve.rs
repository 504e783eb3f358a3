//! A small static server for trying the page and for testing it: it can be stopped for good,
//! slowed down, and asked what was requested.
//!
//! Written on the standard library because of the first of these: when it stops, it closes
//! every connection that is still open, as a lost network does, so that a browser notices.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

mod answer;
mod request;

/// A running server; stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    root: Mutex<PathBuf>,
    requests: Mutex<Vec<String>>,
    open: Mutex<HashMap<u64, TcpStream>>,
    next: AtomicU64,
    stopping: AtomicBool,
    /// Bytes per second and connection; 0 for as fast as possible.
    speed: AtomicU32,
}

impl Server {
    /// Serves the files of `root` on 127.0.0.1; port 0 takes any that is free.
    pub fn start(root: &Path, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            root: Mutex::new(root.to_path_buf()),
            requests: Mutex::default(),
            open: Mutex::default(),
            next: AtomicU64::default(),
            stopping: AtomicBool::default(),
            speed: AtomicU32::default(),
        });
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        });
        Ok(Self { address, shared, listening: Some(listening) })
    }

    /// The address of the page, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The paths requested so far, in the order of arrival, with their parameters.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Serves other files from now on, as when a new version is put on a server.
    pub fn set_root(&self, root: &Path) {
        *lock(&self.shared.root) = root.to_path_buf();
    }

    /// Sends no more than this many bytes per second on a connection, as a bad line does;
    /// `None` for as fast as possible.
    pub fn set_speed(&self, bytes_per_second: Option<u32>) {
        self.shared.speed.store(bytes_per_second.unwrap_or(0), Ordering::Relaxed);
    }

    /// Closes the listening socket and every connection; afterwards nothing answers at this
    /// address until another server is started there.
    pub fn stop(mut self) {
        self.close();
    }

    fn close(&mut self) {
        let Some(listening) = self.listening.take() else {
            return;
        };
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the listening thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        let _ = listening.join();
        for (_, stream) in lock(&self.shared.open).drain() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.close();
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let id = shared.next.fetch_add(1, Ordering::Relaxed);
        if let Ok(copy) = stream.try_clone() {
            lock(&shared.open).insert(id, copy);
        }
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser that goes away in the middle is no event here.
            let _ = talk(&stream, &shared);
            let _ = stream.shutdown(Shutdown::Both);
            lock(&shared.open).remove(&id);
        });
    }
}

/// One request, one answer: closing each time keeps "stopped" simple.
fn talk(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let request = request::read(stream)?;
    lock(&shared.requests).push(request.target.clone());
    let root = lock(&shared.root).clone();
    let answer = answer::to(&request, &root);
    answer::send(stream, &answer, shared.speed.load(Ordering::Relaxed))
}

/// A thread that failed while holding one of these has left nothing half done in it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
