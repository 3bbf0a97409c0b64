# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosts around an isolated device, each in a network namespace of its own. Reads a command a line, answers a line of JSON.

world DEVICE                    is the service and the third host, and sees what arrives there
sender DEVICE MAC IPV4 IPV6     sends to the third host in every way, and talks to the service; MAC: where its frames go; its addresses
"""
import json
import socket
import struct
import sys
import threading
import time

SERVICE = {4: "10.77.0.2", 6: "fd77::2"}
THIRD = {4: "10.77.0.3", 6: "fd77::3"}
FAMILY = {4: socket.AF_INET, 6: socket.AF_INET6}
PORT = 8443
MARK = b"LEAK" * 4
OUTGOING = 4  # linux/if_packet.h


def packed(host, family):
    return socket.inet_pton(FAMILY[family], host)


# ---- the world


def echo(connection):
    try:
        while data := connection.recv(4096):
            connection.sendall(data)
    except OSError:
        pass


def serve(family, host, port):
    listener = socket.create_server((host, port), family=FAMILY[family], backlog=64)
    datagrams = socket.socket(FAMILY[family], socket.SOCK_DGRAM)
    datagrams.bind((host, port))
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=echo, args=(connection,), daemon=True).start()


def leak(frame):
    """What of a frame should not be here; none when it may."""
    kind, at = frame[12:14], 14
    if kind == b"\x08\x00" and frame[at + 16 : at + 20] == packed(THIRD[4], 4):
        return "IPv4 protocol %d" % frame[at + 9]
    if kind == b"\x86\xdd" and frame[at + 24 : at + 40] == packed(THIRD[6], 6):
        return "IPv6 protocol %d" % frame[at + 6]
    return "a frame of kind " + kind.hex() if MARK in frame else None


def sniff(device, leaks):
    sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    sniffer.bind((device, 0))
    while True:
        frame, sender = sniffer.recvfrom(65536)
        if sender[2] != OUTGOING and (what := leak(frame)):
            leaks.append(what)


def world(device):
    leaks = []
    threading.Thread(target=sniff, args=(device, leaks), daemon=True).start()
    for family in FAMILY:
        for host in (SERVICE[family], THIRD[family]):
            for port in (PORT, 53):
                threading.Thread(target=serve, args=(family, host, port), daemon=True).start()

    def command(words):
        time.sleep(0.05)  # what is on its way arrives
        seen = sorted(set(leaks))
        leaks.clear()
        return seen

    return command


# ---- who sends


def checksum(data):
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def packet(family, source):
    """An IP packet with a datagram to the third host."""
    datagram = struct.pack("!HHHH", 9999, 9, 8 + len(MARK), 0) + MARK
    if family == 6:
        return struct.pack("!IHBB", 6 << 28, len(datagram), 17, 64) + packed(source, 6) + packed(THIRD[6], 6) + datagram
    header = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(datagram), 1, 0, 64, 17, 0) + packed(source, 4) + packed(THIRD[4], 4)
    return header[:10] + struct.pack("!H", checksum(header)) + header[12:] + datagram


class Sender:
    def __init__(self, device, mac, *addresses):
        self.device = device
        self.source = dict(zip(FAMILY, addresses))
        self.mac = bytes.fromhex(mac.replace(":", ""))
        self.held = {}
        self.sessions = {}

    def tcp(self, family, port):
        with socket.socket(FAMILY[family], socket.SOCK_STREAM) as attempt:
            attempt.settimeout(0.1)
            attempt.connect((THIRD[family], port))

    def udp(self, family, port):
        with socket.socket(FAMILY[family], socket.SOCK_DGRAM) as attempt:
            attempt.sendto(MARK, (THIRD[family], port))

    def icmp(self, family, _port):
        protocol = socket.IPPROTO_ICMPV6 if family == 6 else socket.IPPROTO_ICMP
        message = struct.pack("!BBHHH", 128 if family == 6 else 8, 0, 0, 1, 1) + MARK
        if family == 4:
            message = message[:2] + struct.pack("!H", checksum(message)) + message[4:]
        with socket.socket(FAMILY[family], socket.SOCK_RAW, protocol) as attempt:
            attempt.sendto(message, (THIRD[family], 0))

    def frame(self, kind, body, said=None):
        """`said`: the protocol that the kernel is told, which need not be that of the frame."""
        with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as attempt:
            frame = self.mac + b"\x02\x00\x00\x00\x00\x09" + kind + body
            attempt.sendto(frame, (self.device, said or int.from_bytes(kind, "big")))

    def raw(self, family, _port):
        self.frame(b"\x86\xdd" if family == 6 else b"\x08\x00", packet(family, self.source[family]))

    def disguised(self, family, _port):
        self.frame(b"\x86\xdd" if family == 6 else b"\x08\x00", packet(family, self.source[family]), said=0x0806)

    def tagged(self, family, _port):
        self.frame(b"\x81\x00", b"\x00\x07" + (b"\x86\xdd" if family == 6 else b"\x08\x00") + packet(family, self.source[family]))

    def unknown(self, _family, _port):
        self.frame(b"\x88\xb5", MARK)

    def hold(self, family, port):
        self.held[family] = socket.create_connection((THIRD[family], port), 2)

    def established(self, family, _port):
        self.held[family].send(MARK)

    def session(self, family, _port):
        """A round trip over the connection to the service, in microseconds."""
        if family not in self.sessions:
            self.sessions[family] = socket.create_connection((SERVICE[family], PORT), 2)
            self.sessions[family].settimeout(2)
        begin = time.perf_counter()
        self.sessions[family].sendall(b"?")
        self.sessions[family].recv(1)
        return int((time.perf_counter() - begin) * 1e6)

    def __call__(self, words):
        try:
            return getattr(self, words[0])(int(words[1]), int(words[2]) if len(words) > 2 else PORT) or 0
        except OSError as error:
            return str(error)


def main():
    command = world(sys.argv[2]) if sys.argv[1] == "world" else Sender(*sys.argv[2:])
    for line in sys.stdin:
        print(json.dumps(command(line.split())), flush=True)


main()
