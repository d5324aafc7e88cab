# One small derivation of every kind that a store can hold. They need nothing but the builder's /bin/sh and coreutils.
{
  description = "store paths of every kind";

  outputs = { self }:
    let
      for = system:
        let
          make = attributes: script: derivation ({
            inherit system;
            builder = "/bin/sh";
            args = [ "-euc" script ];
            PATH = "/usr/bin:/bin";
            LC_ALL = "C";
          } // attributes);
          sh = name: make { inherit name; };
        in rec {
          # A tool that runs on any Linux with a shell.
          hello = sh "hello-1.0" ''
            mkdir -p $out/bin
            printf '#!/bin/sh\necho "hello from the delta"\n' > $out/bin/hello
            chmod +x $out/bin/hello
          '';

          file = sh "single-file" "echo 'a store path that is one file' > $out";
          executable = sh "single-executable" "printf '#!/bin/sh\\necho one\\n' > $out; chmod +x $out";
          emptyFile = sh "empty-file" ": > $out";
          emptyFolder = sh "empty-folder" "mkdir $out";
          symlink = sh "symlink-to-path" "ln -s ${hello} $out";
          dangling = sh "symlink-to-nowhere" "ln -s /nowhere/at/all $out";

          # A path that refers to itself, and one that refers to others.
          itself = sh "refers-to-itself" "mkdir $out; echo $out > $out/me; ln -s $out/me $out/link";
          chain = sh "refers-to-others" "mkdir $out; echo ${itself} ${file} ${symlink} > $out/others";

          # A program that says what it runs on, beside them.
          machine = sh "machine" ''
            mkdir -p $out/bin
            ln -s ${chain} $out/chain
            printf '#!/bin/sh\nuname -m\n' > $out/bin/machine
            chmod +x $out/bin/machine
          '';

          multiple = make { name = "multiple-outputs"; outputs = [ "out" "lib" "doc" ]; } ''
            mkdir -p $out/bin $lib/lib $doc/share
            echo library > $lib/lib/libx
            echo "$lib" > $out/bin/needs-lib
            echo "$out" > $doc/share/about
          '';

          # Every character that Nix allows in a name, and the longest name.
          odd = sh "0dd+name-1.0_rc?x=y.Z" "mkdir $out; echo odd > $out/file";
          longest = sh (builtins.concatStringsSep "" (builtins.genList (_: "n") 200)) "mkdir $out; echo long > $out/file";

          # Names inside a path: long ones, deep ones, and characters that tools trip over.
          names = sh "names" ''
            mkdir -p $out
            long=$(printf '%0200d' 7)
            mkdir -p $out/$long/$long/$long
            echo deep > $out/$long/$long/$long/$long
            ln -s $long/$long/$long/$long $out/long-link
            echo x > "$out/with space"
            echo x > "$out/back\\slash"
            echo x > "$out/-dash"
            echo x > "$out/.wh.not-a-whiteout"
            echo x > "$out/quote'\"\$(echo no)"
            printf x > "$out/new
            line"
            printf x > "$out/$(printf 'gr\303\274n')"
            printf x > "$out/$(printf 'latin\374')"
            mkdir $out/empty
          '';

          many = sh "many-small-files" ''
            mkdir -p $out
            for a in 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j; do
              mkdir $out/$a
              i=0
              while [ $i -lt 250 ]; do echo "$a $i" > $out/$a/$i; i=$((i + 1)); done
            done
          '';

          identical = sh "identical-files" ''
            mkdir -p $out/bin
            i=0
            while [ $i -lt 20000 ]; do echo "the same bytes, line $i"; i=$((i + 1)); done > $out/bin/tool-0
            i=1
            while [ $i -lt 100 ]; do cp $out/bin/tool-0 $out/bin/tool-$i; i=$((i + 1)); done
            cp $out/bin/tool-0 $out/bin/executable
            chmod +x $out/bin/executable
          '';

          # More than 32 bits can say.
          huge = sh "huge" "mkdir $out; truncate -s 4400000000 $out/huge";

          # Does not build, after having said much; and what depends on it.
          failing = sh "failing" ''
            i=0
            while [ $i -lt 200 ]; do echo "failing: line $i" >&2; i=$((i + 1)); done
            echo "failing: this is the reason" >&2
            exit 3
          '';
          needsFailing = sh "needs-failing" "echo ${failing} > $out";

          # Time to kill something.
          slow = sh "slow" "sleep 600; echo slow > $out";

          everything = sh "everything" ''
            mkdir -p $out/bin $out/share
            ln -s ${hello}/bin/hello $out/bin/hello
            for path in ${file} ${executable} ${emptyFile} ${emptyFolder} ${symlink} ${dangling} ${itself} ${chain} \
              ${multiple} '${odd}' ${longest} ${names} ${many} ${identical}; do echo "$path"; done > $out/share/all
          '';

          default = hello;
        };
    in {
      packages = {
        x86_64-linux = for "x86_64-linux";
        aarch64-linux = for "aarch64-linux";
      };
    };
}
